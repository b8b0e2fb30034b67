import type { Catalog } from '../catalog';
import type { learn as english } from '../english/learn';

/** Terms of streaming in a few sentences, in French. */
export const learn: Catalog<typeof english> = {
  learn: {
    about: 'De quoi s’agit-il : {{title}}',
    offset: {
      title: 'Offset et retard du consommateur',
      text: 'Chaque message d’une partition porte un numéro, son offset. Le retard est ce que le broker possède et que la requête n’a pas encore validé : la fin du journal moins la fin du dernier lot validé, en somme sur les partitions.',
    },
    microBatch: {
      title: 'Micro-batch',
      text: 'La requête prend d’un coup tous les nouveaux messages, les écrit dans chaque couche, valide, et recommence. La latence d’un message va du broker à la validation du dernier agrégat.',
    },
    medallion: {
      title: 'Bronze, Silver, Gold',
      text: 'Bronze garde chaque message tel quel, Silver les messages valides une seule fois avec des types propres, Gold ce que demande le métier. Rejets et doublons ont leurs propres tables : rien ne se perd en silence.',
    },
    exactlyOnce: {
      title: 'Exactly once',
      text: 'Un lot répété après une panne retrouve son numéro dans les tables et n’écrit rien deux fois ; un message envoyé deux fois se reconnaît à son identifiant. Le registre compte chaque offset pour le prouver.',
    },
    partition: {
      title: 'Partition',
      text: 'Un topic se divise en partitions, lues côte à côte. Les messages d’une même clé sont dans une même partition, dans l’ordre d’envoi.',
    },
    watermark: {
      title: 'Watermark',
      text: 'Le temps d’événement le plus récent, moins un délai. Une fenêtre terminée avant lui est close : un événement qui arrive après reste en Bronze et en Silver, est marqué, et compte comme en retard.',
    },
    checkpoint: {
      title: 'Checkpoint',
      text: 'Les offsets de chaque lot sont écrits avant qu’il s’exécute. Après un arrêt ou une panne, la requête reprend là, avec le même lot.',
    },
    outputMode: {
      title: 'Output mode',
      text: 'Bronze et Silver croissent par ajout. Les agrégats sont mis à jour : les lignes des clés qu’un lot a touchées sont remplacées en une validation.',
    },
  },
};
