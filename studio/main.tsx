import "./without-eval.ts";
import { renderStudio } from "sanity";
import config from "./sanity.config.ts";

const root = document.getElementById("sanity");
if (root === null) throw new Error("BUG: the page has no element for the Studio");
renderStudio(root, config);
