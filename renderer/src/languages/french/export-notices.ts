import type { exportSentences as english } from '../../../../main/contract/export-sentences';
import type { Catalog } from '../catalog';

const exportSentences: Catalog<typeof english> = {
  empty: '{{path}} a 0 ligne.',
  large:
    '{{path}} est volumineux : Parquet se charge plus vite, et les tableurs s’arrêtent à 1 048 576 lignes.',
  newColumn:
    '1 nouvelle colonne ne fait pas partie du contrat v{{version}} de {{name}} : {{columns}}. La v{{version}} continue telle quelle ; la version suivante peut être créée à côté.',
  newColumns:
    '{{count}} nouvelles colonnes ne font pas partie du contrat v{{version}} de {{name}} : {{columns}}. La v{{version}} continue telle quelle ; la version suivante peut être créée à côté.',
  heldOpen: '{{path}} est ouvert ailleurs ; le nouveau fichier est {{kept}}.',
  synchronised:
    '{{folder}} est synchronisé avec un espace en ligne, qui peut verrouiller des fichiers pendant qu’il les copie.',
  unpack:
    'Les requêtes lisent {{folder}} : y décompresser le fichier, ou changer le chemin dans celles-ci et dans le fichier .pbids.',
  leftOut: '{{name}} a été laissé de côté. {{title}}. {{message}}',
};

/** What a finished export has to say, in French. */
export const exportNotices = { exportNotices: exportSentences };
