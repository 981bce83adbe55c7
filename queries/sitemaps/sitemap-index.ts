import { html } from "../html/html.ts";

/** A list of sitemaps (sitemaps.org), by their addresses. */
export const sitemapIndex = (urls: readonly string[]): string =>
  String(
    html`<?xml version="1.0" encoding="UTF-8"?>
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        ${urls.map((url) => html`<sitemap><loc>${url}</loc></sitemap> `)}</sitemapindex
      > `,
  );
