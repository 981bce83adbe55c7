import type { ReactElement } from "react";
import { UserAvatar } from "sanity";

/** A person's initials on their colour, and their name when it is pointed at. @param id Of a user. */
export const PersonAvatar = ({ id, size = 0 }: { id: string; size?: 0 | 1 }): ReactElement => (
  <UserAvatar user={id} size={size} withTooltip />
);
