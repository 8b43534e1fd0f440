/** Any origin will do: what matters is whether an address leaves it. */
const HERE = "http://here.invalid";

/**
 * Where to go after signing in: a path of ours, or `otherwise`. Read as a browser reads it, which drops tabs and takes a
 * backslash for a slash: an address elsewhere would make of the sign-in page a way to send people off.
 */
export function localPath(wanted: unknown, otherwise: string): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return otherwise;
  if (!URL.canParse(wanted, HERE)) return otherwise;
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : otherwise;
}
