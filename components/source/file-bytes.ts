import type { DecodeRefusal } from "@/domain/source/decode";
import { MAX_SOURCE_BYTES } from "@/domain/source/decode";
import { isReadableName } from "@/domain/source/draft";

/** What can be told of a file before it is sent; the server judges what is in it. */
export function faultOf(file: File): DecodeRefusal | "type" | null {
  if (!isReadableName(file.name)) return "type";
  if (file.size === 0) return "empty";
  return file.size > MAX_SOURCE_BYTES ? "too-large" : null;
}

/** A file's bytes in base64. Rejects when the file cannot be read (it was moved, or a card was pulled out). */
export const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      resolve(url.slice(url.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsDataURL(file);
  });
