import { attributeOf, childOf, childrenOf, descendantsOf, inherited } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { isPictureType } from "../../pictures/is-picture.ts";
import { hasText } from "./inline-body.ts";

/** A component of NewsML 1 with a text of its own. */
export interface TextComponent {
  readonly component: XmlElement;
  readonly content: XmlElement;
}

/** The texts of an item, in order: usually one; packages and multilingual editions have more. Pure. */
export function textComponents(item: XmlElement): TextComponent[] {
  return descendantsOf(item, "NewsComponent").flatMap((component) => {
    if (/caption|abstract|summary|headline/i.test(roleOf(component)) || isPictureComponent(component))
      return [];
    const content = childrenOf(component, "ContentItem").find(isTextContent);
    return content === undefined ? [] : [{ component, content }];
  });
}

/** The components that show a picture; all sizes of a picture are in one component. Pure. */
export function pictureComponents(item: XmlElement): XmlElement[] {
  return descendantsOf(item, "NewsComponent").filter(
    (component) =>
      isPictureComponent(component) &&
      // If both the whole and its sizes are components, the whole has the caption.
      !isInsidePicture(component, item),
  );
}

function isInsidePicture(component: XmlElement, item: XmlElement): boolean {
  for (let around = component.parent; around !== undefined && around !== item; around = around.parent) {
    if (around.name === "NewsComponent" && isPictureComponent(around)) return true;
  }
  return false;
}

/** Whether it holds a picture, or only pictures and their captions. */
function isPictureComponent(component: XmlElement): boolean {
  if (childrenOf(component, "ContentItem").some(isPictureContent)) return true;
  const parts = childrenOf(component, "NewsComponent");
  return (
    parts.some(isPictureComponent) &&
    parts.every((part) => isPictureComponent(part) || /caption/i.test(roleOf(part)))
  );
}

export const isPictureContent = (content: XmlElement): boolean =>
  [formalName(content, "MediaType"), formalName(content, "MimeType")].some(
    (type) => isPictureType(type) === true,
  );

function isTextContent(content: XmlElement): boolean {
  if (isPictureContent(content) || !hasText(content)) return false;
  const type = formalName(content, "MediaType");
  return type === "" || /text|composite/i.test(type);
}

/** The formal name in a child of an element; empty if there is none. Pure. */
export const formalName = (element: XmlElement | undefined, child: string): string =>
  attributeOf(childOf(element, child), "FormalName") ?? "";

export const roleOf = (component: XmlElement): string => formalName(component, "Role");

/** The first child of that name in a component or its ancestors: what applies to all applies to each. Pure. */
export function inheritedChild(component: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  for (
    let around: XmlElement | undefined = component;
    around?.name === "NewsComponent";
    around = around.parent
  ) {
    const found = path.reduce<XmlElement | undefined>((parent, name) => childOf(parent, name), around);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The language of a component's text, as declared. Pure. */
export const languageOf = (component: XmlElement, content: XmlElement | undefined): string | undefined =>
  attributeOf(inheritedChild(component, "DescriptiveMetadata", "Language"), "FormalName") ??
  inherited(content ?? component, "xml:lang");
