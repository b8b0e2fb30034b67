/** The shape of a catalog: the same keys, whatever the texts. */
export type Catalog<T> = { readonly [K in keyof T]: T[K] extends string ? string : Catalog<T[K]> };
