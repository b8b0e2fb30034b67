import type { Catalog } from '../catalog';
import type { exporting as english } from '../english/export';

/** Texts of the place Export, in French. */
export const exporting: Catalog<typeof english> = {
  export: {
    form: 'Forme des fichiers',
    folder: 'Dossier',
    folderHint: 'Un chemin absolu ; le dossier est créé s’il manque',
    folderFirst: 'Indiquer d’abord le dossier',
    formats: 'Fichiers',
    format: { csv: 'CSV', parquet: 'Parquet', both: 'CSV et Parquet' },
    dialects: 'Dialecte',
    dialect: { powerbi: 'Virgule, point décimal', 'excel-eu': 'Point-virgule, virgule décimale' },
    timeInName: 'Heure dans le nom',
    running: 'Export de {{what}}…',
    done: '{{what}} : exporté',
    file: 'Fichier',
    rows: 'Lignes',
    size: 'Taille',
    source: 'Lu dans',
    selfCheck: 'Contrôle',
    passed: 'Réussi',
    failed: 'En échec',
    presets: 'Modèles',
    presetsUnit: 'colonnes figées par version',
    preset: 'Modèle',
    contract: 'Contrat',
    columns: 'Colonnes',
    columnCount_one: '{{count}} colonne',
    columnCount_other: '{{count}} colonnes',
    action: 'Exporter',
    exportOne: 'Exporter {{what}}',
    powerBi: 'Pack Power BI',
  },
};
