import type { reasonSentences as english } from '../../../../../main/contract/reason-sentences';
import type { Catalog } from '../../catalog';

/** Why a value of a setting or a row of a catalog cannot be kept, in French. */
export const reasons: Catalog<typeof english> = {
  noValue: 'Une valeur est nécessaire.',
  noNumber: 'La valeur doit être un nombre de {{min}} à {{max}}.',
  noWholeNumber: 'La valeur doit être un nombre entier de {{min}} à {{max}}.',
  noFlag: 'La valeur doit être true ou false.',
  noChoice: 'La valeur doit être l’une de celles-ci : {{options}}.',
  notConfirmed:
    'La confirmation manque : saisissez le mot {{word}}, ou ajoutez --yes là où nul ne peut taper.',
  noSuchText: 'La valeur doit être un texte de la forme {{pattern}}.',
  fixedByCommandLine:
    'La ligne de commande en décide pour cette exécution ; le fichier ne peut pas le changer.',
  fixedByVariable:
    '{{variable}} en décide pour cette exécution ; le fichier ne peut pas le changer.',
  topicTaken: '{{owner}} a déjà ce topic.',
  topicInUse:
    'Le dossier de données contient des tables ou des enregistrements de {{pack}} issus du topic {{topic}}. Remettez-le, ou réinitialisez tout d’abord.',
  catalogEmpty: 'Il faut au moins une ligne.',
  catalogMissing: 'La ligne {{row}} n’a pas de valeur pour {{column}}.',
  catalogTwice: 'La ligne {{row}} a le même {{column}} qu’une autre : « {{value}} ».',
  catalogUnknown: 'Ligne {{row}}, {{column}} : « {{value}} » n’est pas dans {{other}}.',
  catalogUsed: '{{column}} « {{value}} » sert encore dans {{other}}.',
  catalogNoNumber: 'Ligne {{row}}, {{column}} : la valeur doit être un nombre.',
  catalogNoWholeNumber: 'Ligne {{row}}, {{column}} : la valeur doit être un nombre entier.',
  catalogNoText: 'Ligne {{row}}, {{column}} : la valeur doit être un texte.',
  catalogTooSmall: 'Ligne {{row}}, {{column}} : la valeur doit être au moins {{least}}.',
  catalogNoSuchText:
    'Ligne {{row}}, {{column}} : la valeur doit être un texte de la forme {{pattern}}.',
  catalogNotDrawn: 'Ligne {{row}}, {{column}} : {{detail}}',
};
