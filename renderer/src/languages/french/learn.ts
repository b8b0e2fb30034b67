import type { Catalog } from '../catalog';
import type { learn as english } from '../english/learn';

/** Terms of streaming in a few sentences, in French. */
export const learn: Catalog<typeof english> = {
  learn: {
    about: 'De quoi s’agit-il : {{title}}',
    offset: {
      title: 'Offset et lag',
      text: 'Chaque enregistrement d’une partition porte un numéro, son offset. Le lag est ce que le broker détient et que la requête n’a pas encore validé : la fin du journal moins la fin du dernier batch validé, additionnées sur les partitions.',
    },
    microBatch: {
      title: 'Micro-batch',
      text: 'La requête prend d’un coup tous les nouveaux enregistrements, les écrit dans chaque couche, valide, et recommence. La latence d’un enregistrement va du broker à la validation du dernier agrégat.',
    },
    medallion: {
      title: 'Bronze, Silver, Gold',
      text: 'Bronze garde chaque enregistrement tel quel, Silver les enregistrements valides une seule fois avec des types propres, Gold ce que demande le métier. Rejets et doublons ont leurs propres tables : rien ne se perd en silence.',
    },
    exactlyOnce: {
      title: 'Exactly once',
      text: 'Un batch répété après une panne retrouve son numéro dans les tables et n’écrit rien deux fois ; un enregistrement envoyé deux fois se reconnaît à son identifiant. Le registre compte chaque offset pour le prouver.',
    },
    partition: {
      title: 'Partition',
      text: 'Un topic se divise en partitions, lues côte à côte. Les enregistrements d’une même clé sont dans une même partition, dans l’ordre d’envoi.',
    },
    watermark: {
      title: 'Watermark',
      text: 'Le temps d’événement le plus récent, moins un délai. Une fenêtre terminée avant lui est close : un événement qui arrive après reste en Bronze et en Silver, est marqué, et compte comme en retard.',
    },
    checkpoint: {
      title: 'Checkpoint',
      text: 'Les offsets de chaque batch sont écrits avant qu’il s’exécute. Après un arrêt ou une panne, la requête reprend là, avec le même batch.',
    },
    outputMode: {
      title: 'Output mode',
      text: 'Bronze et Silver croissent par ajout. Les agrégats sont mis à jour : les lignes des clés qu’un batch a touchées sont remplacées en une validation.',
    },
    eventTime: {
      title: 'Temps d’événement et temps de traitement',
      text: 'Le temps d’événement est celui de la vente, le temps de traitement celui où le job l’a prise. Les fenêtres comptent en temps d’événement : un enregistrement retardé tombe quand même à sa place.',
    },
    acid: {
      title: 'ACID et journal des transactions',
      text: 'Une validation est un nouveau fichier dans le journal de la table : on la voit en entier ou pas du tout, jamais à moitié. Deux validations ne peuvent prendre le même numéro de version.',
    },
    timeTravel: {
      title: 'Voyage dans le temps',
      text: 'Chaque validation fait une version de la table, et les fichiers des versions précédentes restent. Une table se lit telle qu’elle était à toute version gardée ; c’est ainsi que l’on compare des chiffres après coup.',
    },
    schema: {
      title: 'Contrôle et évolution du schéma',
      text: 'Un enregistrement qui ne va pas avec les colonnes et les types est rejeté et gardé à part, avec la raison. Un nouveau champ facultatif devient une nouvelle colonne ; rien de ce qui est écrit n’est récrit.',
    },
    deadLetterQueue: {
      title: 'DLQ',
      text: 'Les enregistrements rejetés vont dans un topic à eux, avec l’étape et la règle qui les ont refusés : rien n’est écarté en silence.',
    },
    orchestration: {
      title: 'Orchestration',
      text: 'Les parties démarrent dans l’ordre, chacune quand la précédente a répondu : dossiers, ports, broker, topics, requête, producteur, premier batch. L’arrêt va dans l’autre sens.',
    },
  },
};
