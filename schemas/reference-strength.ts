/** Members that give a reference's strength, not its target; publishing changes them. */
export const referenceStrength: ReadonlySet<string> = new Set(["_weak", "_strengthenOnPublish"]);
