import type { Role } from "@/domain/access/actor";

export const namings = ["named", "pseudonyms"] as const;
export type Naming = (typeof namings)[number];

/** How somebody appears in a discussion. */
export interface Voice {
  /**
   * The same for everything this person writes there: their membership's id, or, where classmates see aliases, the
   * alias's. Empty for somebody who has no alias yet.
   */
  key: string;
  name: string;
  role: Role;
  /** What classmates see instead of the name; only staff are told both. */
  alias?: string;
}
