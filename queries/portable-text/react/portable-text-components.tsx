import type { PortableTextReactComponents } from "@portabletext/react";
import type { ReactNode } from "react";
import { directionOf } from "../../../schemas/index.ts";
import type { EmbedResult } from "../../embed-fragment.ts";
import type { FigureResult, TextResult } from "../../image-fragment.ts";
import { pictureAttributes } from "../../images/picture-attributes.ts";
import type { TableResult } from "../../table-fragment.ts";
import type { BodyOptions } from "../body-options.ts";
import { embedContent } from "../embed-content.ts";
import { figureContent } from "../figure-content.ts";
import { tableContent } from "../table-content.ts";

/**
 * Components for `<PortableText>` of `@portabletext/react` (and `next-sanity`, which has the same): figures, tables, embeds,
 * subscripts and superscripts, with the markup of `bodyToHtml()`. The rest is rendered by the library as it is.
 */
export function portableTextComponents(options: BodyOptions): Partial<PortableTextReactComponents> {
  return {
    types: {
      figure: ({ value }: { value: FigureResult }) => <Figure figure={value} options={options} />,
      table: ({ value }: { value: TableResult }) => <Table table={value} />,
      embed: ({ value }: { value: EmbedResult }) => <Embed embed={value} />,
    },
    marks: {
      sub: ({ children }) => <sub>{children}</sub>,
      sup: ({ children }) => <sup>{children}</sup>,
    },
  };
}

/** `lang` and `dir` for a text; HTML has an empty `lang` for an unknown language. */
const languageProps = (language: string) => ({
  lang: language === "und" ? "" : language,
  dir: directionOf(language),
});

function Figure({ figure, options }: { figure: FigureResult; options: BodyOptions }): ReactNode {
  const content = figureContent(figure, options.language);
  if (!content) return null;
  const { picture, alt, caption, credit } = content;
  const { missingPicture, sizes = "100vw", imagesUrl } = options;
  if (!picture && !missingPicture) return null;
  const attributes = picture && pictureAttributes(picture, { baseUrl: imagesUrl });
  return (
    <figure>
      {attributes ? (
        <img
          src={attributes.src}
          srcSet={attributes.srcset}
          sizes={sizes}
          width={attributes.width}
          height={attributes.height}
          alt={alt?.text ?? ""}
          {...(alt && languageProps(alt.language))}
          decoding="async"
          loading="lazy"
        />
      ) : (
        <MissingPicture label={missingPicture} alt={alt} />
      )}
      {(caption || credit) && (
        <figcaption>
          {caption && <span {...languageProps(caption.language)}>{caption.text}</span>}{" "}
          {credit && (
            <span className="credit">
              <bdi>{credit}</bdi>
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

function MissingPicture({
  label,
  alt,
}: {
  label: BodyOptions["missingPicture"];
  alt: TextResult | undefined;
}): ReactNode {
  return (
    <div className="no-picture">
      {label && <p {...languageProps(label.language)}>{label.text}</p>}
      {alt && <p {...languageProps(alt.language)}>{alt.text}</p>}
    </div>
  );
}

function Table({ table }: { table: TableResult }): ReactNode {
  const content = tableContent(table);
  if (!content) return null;
  const { caption, head, rows } = content;
  return (
    <div className="table" tabIndex={0}>
      <table>
        {caption && (
          <caption>
            <bdi>{caption}</bdi>
          </caption>
        )}
        {head && (
          <thead>
            <tr>
              {head.cells.map((cell, column) => (
                <th scope="col" key={column}>
                  <bdi>{cell}</bdi>
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ _key, cells }) => (
            <tr key={_key}>
              {cells.map((cell, column) => (
                <td key={column}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Embed({ embed }: { embed: EmbedResult }): ReactNode {
  const { url, title, provider, lines } = embedContent(embed);
  return (
    <aside className="embed">
      {lines.length > 0 && (
        <blockquote>
          {lines.map((line, at) => (
            <p dir="auto" key={at}>
              {line}
            </p>
          ))}
        </blockquote>
      )}
      <p>
        <a href={url} rel="external noopener noreferrer">
          <bdi>{title}</bdi>
        </a>{" "}
        <span className="provider">
          <bdi>{provider}</bdi>
        </span>
      </p>
    </aside>
  );
}
