import MarkdownIt from "markdown-it";

// Its limit on nesting holds; raw HTML goes through, since what reads the result lets nothing active survive.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting: 60 });

// Else the words of a link that is refused would show its address.
markdown.validateLink = () => true;

/** What a picture's title says is printed below it. */
markdown.renderer.rules["image"] = (tokens, index, options, env, renderer) => {
  const token = tokens[index];
  if (token === undefined) return "";
  const title = token.attrGet("title");
  if (title !== null) token.attrSet("data-caption", title);
  token.attrSet("alt", renderer.renderInlineAsText(token.children ?? [], options, env));
  return renderer.renderToken(tokens, index, options);
};

/** Renders Markdown (CommonMark, with tables) as HTML, which is not yet safe to show. Pure. */
export const markdownToHtml = (text: string): string => markdown.render(text);
