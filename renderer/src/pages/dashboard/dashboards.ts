/** One panel of a dashboard: a named query, and which of its columns are drawn how. */
export type DashboardPanel =
  | {
      readonly kind: 'tiles';
      readonly query: string;
      /** Of a query that another panel has too, or that costs as little. */
      readonly trend: Trend;
      /** Of a query that may read all rows: asked after the tiles, and not with each new version. */
      readonly slowTrend: Trend;
    }
  | { readonly kind: 'stacked'; readonly query: string }
  | {
      readonly kind: 'heat';
      readonly query: string;
      readonly row: string;
      readonly column: string;
      readonly value: string;
      /** Takes the whole width, not half of it: more than three columns. */
      readonly isFull?: boolean;
    }
  | {
      readonly kind: 'bars';
      readonly query: string;
      readonly name: string;
      readonly value: string;
      /** Takes half of the width, not a third. */
      readonly isWide?: boolean;
    }
  | { readonly kind: 'table'; readonly query: string; readonly isFull?: boolean }
  | {
      readonly kind: 'lines';
      readonly query: string;
      readonly position: string;
      /** How long a position lasts: one that had not ended at the commit is drawn as open. */
      readonly lastsMs?: number;
      readonly lines: readonly PanelLine[];
    };

/** The small lines of tiles, by the column of the tile: a column of another query, or its mean. */
export interface Trend {
  readonly query: string;
  readonly lines: Readonly<Record<string, { readonly column: string; readonly per?: string }>>;
}

/** Lines of a query whose columns have the names of the tiles. */
const ownLines = (...columns: string[]): Trend['lines'] =>
  Object.fromEntries(columns.map((column) => [column, { column }]));

export interface PanelLine {
  readonly column: string;
  readonly kind: 'line' | 'mean' | 'columns';
  readonly isSecond?: boolean;
}

/** The columns that a filter of the dashboard stands for, in whichever table has one of them. */
export const filterColumns: {
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly times: readonly string[];
} = {
  sets: {
    country: ['country_code'],
    segment: ['segment_code'],
    category: ['categorie', 'product_category'],
    region: ['region'],
  },
  times: ['timestamp', 'event_timestamp', 'window_start'],
};

const fiveMinutesMs = 300_000;

/** The Silver table of each pack, by whose versions its dashboard is moved in time. */
export const silverTables: Readonly<Record<string, string>> = {
  sales: 'silver.ventes_clean',
  orders: 'silver.order_events_clean',
};

/** The panels of each pack, in the order of their importance (ux.md 5.2). */
export const dashboards: Readonly<Record<string, readonly DashboardPanel[]>> = {
  sales: [
    {
      kind: 'tiles',
      query: 'kpi_tiles',
      trend: {
        query: 'revenue_trend',
        lines: {
          total_revenue: { column: 'chiffre_affaires' },
          total_sales: { column: 'nombre_ventes' },
          average_transaction: { column: 'chiffre_affaires', per: 'nombre_ventes' },
        },
      },
      slowTrend: {
        query: 'variety_trend',
        lines: ownLines('unique_customers', 'countries', 'unique_products'),
      },
    },
    { kind: 'stacked', query: 'revenue_by_country_segment' },
    {
      kind: 'lines',
      query: 'revenue_trend',
      position: 'window_start',
      lastsMs: fiveMinutesMs,
      lines: [
        { column: 'chiffre_affaires', kind: 'line' },
        { column: 'moyenne_15min', kind: 'mean' },
      ],
    },
    {
      kind: 'heat',
      query: 'revenue_by_country_segment',
      row: 'pays',
      column: 'segment',
      value: 'ca_total',
    },
    {
      kind: 'lines',
      query: 'hourly_sales',
      position: 'heure',
      lastsMs: 3_600_000,
      lines: [
        { column: 'total_montant', kind: 'columns' },
        { column: 'total_quantite', kind: 'line', isSecond: true },
      ],
    },
    { kind: 'bars', query: 'top_products', name: 'produit_nom', value: 'total_montant' },
    { kind: 'bars', query: 'top_clients', name: 'client_nom', value: 'total_dep' },
    { kind: 'bars', query: 'revenue_by_category', name: 'categorie', value: 'total_revenue' },
    {
      kind: 'bars',
      query: 'customer_segmentation',
      name: 'segment',
      value: 'segment_revenue',
      isWide: true,
    },
    {
      kind: 'bars',
      query: 'loyalty',
      name: 'est_client_fidele',
      value: 'total_revenue',
      isWide: true,
    },
  ],
  orders: [
    {
      kind: 'tiles',
      query: 'kpi_tiles',
      trend: {
        query: 'two_hour_trend',
        lines: {
          total_revenue: { column: 'total_revenue' },
          total_orders: { column: 'total_orders' },
          average_order: { column: 'total_revenue', per: 'total_orders' },
        },
      },
      slowTrend: {
        query: 'variety_trend',
        lines: ownLines('total_units', 'regions', 'categories'),
      },
    },
    {
      kind: 'heat',
      query: 'revenue_by_region_category',
      row: 'region',
      column: 'product_category',
      value: 'total_revenue',
      isFull: true,
    },
    {
      kind: 'lines',
      query: 'two_hour_trend',
      position: 'window_start',
      lastsMs: fiveMinutesMs,
      lines: [
        { column: 'total_revenue', kind: 'line' },
        { column: 'revenue_15min_ma', kind: 'mean' },
      ],
    },
    {
      kind: 'bars',
      query: 'revenue_by_region',
      name: 'region',
      value: 'total_revenue',
      isWide: true,
    },
    {
      kind: 'bars',
      query: 'last_hour_by_category',
      name: 'product_category',
      value: 'total_revenue',
      isWide: true,
    },
    { kind: 'bars', query: 'region_mix', name: 'region', value: 'event_count', isWide: true },
    { kind: 'table', query: 'last_30_minutes_by_region', isFull: true },
    { kind: 'table', query: 'event_mix_by_date' },
    { kind: 'table', query: 'partition_balance' },
    { kind: 'table', query: 'null_and_negative_rates', isFull: true },
  ],
};
