import { Menu, MenuDivider, MenuItem } from "@sanity/ui/menu";
import { Popover } from "@sanity/ui/popover";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { type LineRole, lineRole } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";

interface RoleMenuProps {
  /** The button that opened it, to which the focus goes back. */
  readonly button: HTMLElement;
  /** What an editor has said of the line, if anybody has. */
  readonly told: LineRole | undefined;
  readonly onChoose: (role: LineRole | null) => void;
  readonly onClose: () => void;
}

/** The roles that a line may have; one menu for all lines, since a story may have thousands of them. */
export function RoleMenu({ button, told, onChoose, onClose }: RoleMenuProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const close = (): void => {
    onClose();
    button.focus();
  };
  const choose = (role: LineRole | null): void => {
    close();
    onChoose(role);
  };
  return (
    <Popover
      open
      portal
      constrainSize
      placement="bottom-start"
      fallbackPlacements={["top-start", "bottom-end", "top-end"]}
      referenceElement={button}
      content={
        <Menu
          aria-label={t("teach.menu")}
          shouldFocus="first"
          originElement={button}
          onEscape={close}
          onClickOutside={onClose}
          data-testid="role-menu"
        >
          {lineRole.options.map((role) => (
            <MenuItem
              key={role}
              fontSize={1}
              padding={2}
              text={t(`teach.role.${role}`)}
              pressed={role === told}
              onClick={() => choose(role)}
            />
          ))}
          {told !== undefined && (
            <>
              <MenuDivider />
              <MenuItem fontSize={1} padding={2} text={t("teach.withdraw")} onClick={() => choose(null)} />
            </>
          )}
        </Menu>
      }
    />
  );
}
