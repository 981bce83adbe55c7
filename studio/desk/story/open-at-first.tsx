import { useEffect, useRef, type ReactElement } from "react";
import { useFormValue, type InputProps } from "sanity";
import { publishedId } from "../../../schemas/index.ts";
import { useIsFirstTaskWished } from "../pane/first-task.ts";
import { useInspectors } from "../pane/open-document.ts";
import { storyInspectorName } from "./story-inspector-name.ts";
import { useRecord } from "./use-story.ts";

/** Around the form of an article: opens the panel of its source with it. Other inputs stay as they are. */
export function OpenAtFirst(props: InputProps): ReactElement {
  const isArticle = props.id === "root" && props.schemaType.name === "article";
  return (
    <>
      {isArticle && <Opener />}
      {props.renderDefault(props)}
    </>
  );
}

function Opener(): ReactElement {
  const id = useFormValue(["_id"]);
  return typeof id === "string" && id !== "" ? (
    <OpenerOf articleId={publishedId(id)} key={publishedId(id)} />
  ) : (
    <></>
  );
}

/** Shows nothing. Whoever closes the panel, or has another open, is left alone until they come to another article. */
function OpenerOf({ articleId }: { readonly articleId: string }): ReactElement {
  const { inspector, openInspector, isRoomy } = useInspectors();
  const record = useRecord(articleId);
  const isImported = record.kind === "loaded" && record.value !== null;
  const hasChosen = useRef(false);
  useEffect(() => {
    // Where a form was narrow before, there may be room now.
    if (!isImported || !isRoomy || hasChosen.current) return;
    hasChosen.current = true;
    if (inspector === undefined) openInspector(storyInspectorName);
  }, [isImported, isRoomy, inspector, openInspector]);
  const isWished = useIsFirstTaskWished(articleId);
  useEffect(() => {
    // What is to be done stands in the panel.
    if (isImported && isWished && inspector !== storyInspectorName) openInspector(storyInspectorName);
  }, [isImported, isWished, inspector, openInspector]);
  return <></>;
}
