interface AvatarProps {
  name: string;
  staff?: boolean;
  me?: boolean;
  large?: boolean;
}

/** Two letters of a name; of a name in Chinese, Japanese or Korean letters, its first. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? "";
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(first)) {
    return Array.from(first)[0] ?? "";
  }
  const letter = (word: string | undefined) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "";
  const last = words.length > 1 ? words.at(-1) : undefined;
  return letter(first) + letter(last);
}

/** Decoration beside a name that is written out. */
export function Avatar({ name, staff = false, me = false, large = false }: AvatarProps) {
  const kinds = ["av", large && "l", staff && "staff", me && "me"].filter(Boolean).join(" ");
  return (
    <span className={kinds} aria-hidden>
      {initials(name)}
    </span>
  );
}
