import MarkdownIt from "markdown-it";

// The nesting limit applies; raw HTML passes through, since the reader of the result drops anything active.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting: 60 });

// Otherwise the text of a refused link would show its address.
markdown.validateLink = () => true;

/** A picture's title is printed below it as the caption. */
markdown.renderer.rules["image"] = (tokens, index, options, env, renderer) => {
  const token = tokens[index];
  if (token === undefined) return "";
  const title = token.attrGet("title");
  if (title !== null) token.attrSet("data-caption", title);
  token.attrSet("alt", renderer.renderInlineAsText(token.children ?? [], options, env));
  return renderer.renderToken(tokens, index, options);
};

/** Renders Markdown (CommonMark with tables) as HTML, which is not yet safe to show. Pure. */
export const markdownToHtml = (text: string): string => markdown.render(text);
