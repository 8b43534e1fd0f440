"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
}

/** A menu of acts under a button. */
export function Menu({ trigger, children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" className="over">
          <Base.Popup className="menu">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  danger?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, danger = false, children }: MenuItemProps) {
  return (
    <Base.Item
      nativeButton
      render={<button type="button" className={danger ? "danger" : undefined} />}
      onClick={onSelect}
    >
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return <Base.LinkItem href={href}>{children}</Base.LinkItem>;
}

interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value | undefined;
  options: readonly { value: Value; label: string; icon: ReactNode }[];
  onChange: (value: Value) => void;
}

/** One of several, inside a menu; the menu stays open so that the effect is seen. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <Base.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      <span className="label" aria-hidden>
        {label}
      </span>
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          nativeButton
          render={<button type="button" />}
        >
          {option.icon}
          {option.label}
          <Base.RadioItemIndicator className="end">
            <Check className="i s" aria-hidden />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}
