import type { Catalog } from '../catalog';
import type { rejections as english } from '../english/rejections';

/** Why a record was rejected, in French. */
export const rejections: Catalog<typeof english> = {
  rejections: {
    empty: 'La valeur est vide.',
    noUtf8: 'La valeur n’est pas un texte UTF-8.',
    noJson: 'La valeur n’est pas du JSON.',
    jsonLimits: 'La valeur a plus de 1000 niveaux imbriqués, ou un nombre ou un nom démesuré.',
    noObject: 'La valeur n’est pas un objet JSON.',
    newerVersion: 'La version de schéma {{version}} est plus récente que celle connue, {{known}}.',
    unreadable: 'Le champ « {{field}} » ne peut pas être lu comme {{type}}.',
    missing: 'Le champ obligatoire « {{field}} » manque ou est nul.',
    expression: 'Une expression du pack a échoué : {{error}}',
    noEventId: 'L’identifiant de l’événement est vide.',
    requiredOrTooLarge: 'Un champ obligatoire manque, est vide ou trop grand pour être stocké.',
    required: 'Un champ obligatoire manque ou est vide.',
    negative: 'Le montant ou le prix unitaire est négatif ou indéterminé.',
    negativeTotal:
      'Le prix total est négatif, ou un prix est indéterminé ou trop grand pour être stocké.',
    customer: 'Le client n’est pas au catalogue.',
    product: 'Le produit n’est pas au catalogue.',
    quantity: 'La quantité n’est pas entre 1 et 1000.',
    noQuantity: 'La quantité est inférieure à 1.',
    countryOrSegment: 'Le pays ou le segment n’est pas connu.',
    categoryOrRegion: 'La catégorie, la région ou le type d’événement n’est pas connu.',
    future: 'L’heure de l’événement dépasse de plus de 5 minutes sa réception par le broker.',
    winner: 'l’enregistrement retenu est partition {{partition}}, offset {{offset}}',
  },
};
