import type { exportFailureTexts as english } from '../../../../../main/contract/failure-texts-export';
import type { Catalog } from '../../catalog';

/** Texts of failures of exports, in French. */
export const exportFailures: Catalog<typeof english> = {
  EXPORT_PRESET_UNKNOWN: {
    title: 'Il n’y a pas d’export « {{preset}} »',
    message: 'Exports connus : {{known}}.',
    fix: 'En choisir un.',
  },
  EXPORT_VERSION_IMPOSSIBLE: {
    title: 'Il n’y a pas de version suivante de {{preset}} à créer',
    message: '{{reason}}',
    fix: 'Exporter ce qu’il faut par un SELECT à soi (la vue affichée).',
  },
  EXPORT_CONTRACT_BROKEN: {
    title: 'La table ne convient plus à l’export {{preset}}',
    message:
      'La colonne {{column}} était {{oldType}} et est {{newType}}. Le fichier précédent reste tel quel.',
    fix: 'Rétablir la colonne, ou exporter la table sous une nouvelle version du contrat.',
  },
  EXPORT_CANCELLED: {
    title: 'Export annulé',
    message: 'Annulé après {{rows}} lignes. Le fichier précédent reste tel quel.',
    fix: 'Recommencer à tout moment.',
  },
  EXPORT_CHECK_FAILED: {
    title: 'L’export n’a pas passé son autocontrôle',
    message:
      '{{reason}} Le fichier précédent reste tel quel ; le nouveau est gardé comme {{kept}}.',
    fix: 'Exporter de nouveau ; si cela persiste, signaler la raison avec le fichier gardé.',
  },
  EXPORT_PATH_MISSING: {
    title: 'Le dossier n’existe pas',
    message: '{{folder}} n’est pas là.',
    fix: 'Le créer (export le fait avec --create), ou en choisir un autre.',
  },
  EXPORT_PATH_DENIED: {
    title: 'Impossible d’écrire à cet endroit',
    message: '{{folder}} : {{reason}}.',
    fix: 'Choisir un autre dossier.',
  },
  EXPORT_PATH_INVALID: {
    title: 'Le chemin est inutilisable',
    message: '{{folder}} : {{reason}}.',
    fix: 'Choisir un autre dossier.',
  },
  EXPORT_PATH_INSIDE_DATA: {
    title: 'Le dossier est dans le dossier de données',
    message: '{{folder}} : les exports ne doivent pas se mêler aux tables.',
    fix: 'Choisir un dossier en dehors.',
  },
  EXPORT_PATH_UNREACHABLE: {
    title: 'Le dossier n’est plus joignable',
    message: '{{folder}} : {{reason}}. Le fichier précédent reste tel quel.',
    fix: 'Reconnecter le partage et refaire l’export.',
  },
  EXPORT_NO_SPACE: {
    title: 'Pas assez d’espace pour l’export',
    message: 'Il faut environ {{neededBytes}} octets, {{freeBytes}} sont libres dans {{folder}}.',
    fix: 'Faire de la place, ou choisir un autre dossier.',
  },
  EXPORT_NO_SPACE_WRITTEN: {
    title: 'Pas assez d’espace pour l’export',
    message:
      'Le disque était plein après {{writtenBytes}} octets ; {{freeBytes}} sont libres dans {{folder}}. Le fichier précédent reste tel quel.',
    fix: 'Faire de la place, ou choisir un autre dossier.',
  },
};
