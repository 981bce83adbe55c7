/** How much history a lake keeps: what happened in so many days, or so many transactions. */
export type HistoryLimit = { readonly days: number } | { readonly transactions: number };
