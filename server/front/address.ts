/** Whether a request's path can be read at all: `%E0%A4%A` stands for nothing, and Next fails at it. */
export function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
