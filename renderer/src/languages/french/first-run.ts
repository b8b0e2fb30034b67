import type { Catalog } from '../catalog';
import type { firstRun as english } from '../english/first-run';

/** Texts of the first screen, the sample, the tour and the concepts, in French. */
export const firstRun: Catalog<typeof english> = {
  firstRun: {
    title: 'Un lakehouse en continu sur cet ordinateur',
    what: 'Démarrer lance un broker Kafka, un producteur de ventes fictives et un job Spark qui les écrit au fil de l’eau dans des tables Bronze, Silver et Gold, à observer, interroger et exporter.',
    where:
      'Rien ne quitte cet ordinateur, et Arrêter met fin à tous les processus ; les tables restent lisibles.',
    folder: 'Dossier de données',
    change: 'Changer…',
    typed: 'Un autre dossier de données, chemin complet',
    typedNote: 'Sur un disque de cet ordinateur ; un dossier absent est créé.',
    use: 'Utiliser ce dossier',
    opening: 'Ouverture…',
    disk: 'Disque libre',
    diskFacts: '{{free}} libres ; {{needed}} nécessaires, {{advised}} conseillés',
    diskUnknown: 'Le système ne le dit pas ; {{needed}} nécessaires, {{advised}} conseillés',
    memory: 'Mémoire',
    memoryFacts: '{{there}} dans cet ordinateur ; {{advised}} conseillés',
    enough: 'Suffisant',
    little: 'Peu',
    tooLittle: 'Trop peu',
    untold: 'Inconnu',
    checks: 'Vérifications',
    checking: 'Vérification de Java, des fichiers, des ports et du dossier…',
    passed_one: '{{figure}} vérification réussie',
    passed_other: '{{figure}} vérifications réussies',
    attention_one: '{{count}} demande votre attention',
    attention_other: '{{count}} demandent votre attention',
    again: 'Vérifier à nouveau',
    explore: 'Explorer sans démarrer',
    exploreNote: 'Ouvre tout de suite un petit exemple, en lecture seule.',
    exploreMissing: 'L’exemple n’est pas en place : lancez « npm run setup ».',
    stopNote:
      'Les premières lignes arrivent après environ 15 secondes ; le tout premier démarrage est un peu plus long.',
  },
  sample: {
    sign: 'Données d’exemple',
    leave: 'Quitter l’exemple',
    leaveTitle:
      'Montre à nouveau les tables du dossier de données. Démarrer quitte aussi l’exemple.',
    open: 'Explorer les données d’exemple',
  },
  tour: {
    label: 'Visite guidée, étape {{number}} sur {{count}}',

    next: 'Suivant',
    done: 'Terminé',
    skip: 'Passer',
    row: {
      title: 'Les premières lignes sont là',
      text: 'Chaque enregistrement est gardé tel quel dans Bronze, puis nettoyé dans Silver. Chaque couche ouvre ici ses lignes dans la grille.',
    },
    lag: {
      title: 'Le retard de la lecture',
      text: 'Le lag compte les enregistrements que le broker détient et que les tables n’ont pas encore. Il revient à 0 après chaque micro-batch.',
    },
    dashboard: {
      title: 'Ce que totalisent les lignes',
      text: 'Le tableau de bord lit les tables Gold et Silver. Chaque chiffre donne le SQL et la version de table qui le portent.',
    },
  },
  concepts: {
    title: 'Notions',
    intro: 'Les mots du streaming, chacun à côté de la valeur qui le montre en ce moment.',
    now: 'En ce moment',
    all: 'Toutes les notions',
    see: 'À voir : {{place}}',
    later: 'Connu dès que le pipeline aura tourné',
    values: {
      orchestration: 'Le pipeline est : {{state}}',
      partition: '{{figure}} partitions',
      offset: '{{figure}} enregistrements de lag',
      microBatch: 'Batch {{batch}} en {{took}}',
      checkpoint: 'Reprend après le batch {{figure}}',
      medallion: 'Bronze {{bronze}} · Silver {{silver}} · Gold {{gold}} lignes',
      schema: '{{figure}} enregistrements rejetés',
      deadLetterQueue: '{{figure}} enregistrements refusés jusqu’ici',
      exactlyOnce: '{{figure}} répétitions écartées',
      eventTime: 'La moitié des enregistrements met au plus {{took}}',
      watermark: '{{figure}} enregistrements en retard dans cette exécution',
      outputMode: '{{figure}} tables Silver, de lignes et d’agrégats',
      acid: 'Dernière version {{figure}}, entière',
      timeTravel: 'Versions 0 à {{figure}}',
    },
  },
};
