import { describe, expect, it } from "vitest";
import { languageApart } from "./language";

const english = "An order is a promise about tomorrow, and it binds only those who expect to meet again.";

describe("a paragraph in another script than the rest", () => {
  it.each([
    ["الأمن غير قابل للتجزئة، كما قيل في هلسنكي.", "ar"],
    ["安全不可分割的原则写进了许多文件。", "zh"],
    ["安全保障は分けられないという原則が書かれた。", "ja"],
    ["안보는 나눌 수 없다는 원칙이 적혔다.", "ko"],
    ["ביטחון אינו ניתן לחלוקה, אמר השר.", "he"],
    ["Η ασφάλεια είναι αδιαίρετη, ειπώθηκε στο Ελσίνκι.", "el"],
  ])("%s is %s", (text, language) => {
    expect(languageApart(text, english)).toBe(language);
  });

  it("is not told apart for a name or a number in it", () => {
    expect(languageApart("The phrase 安全 was new in 1975.", english)).toBeNull();
    expect(languageApart("1975 – 1990", english)).toBeNull();
  });

  it("is English among Arabic ones", () => {
    expect(languageApart(english, "الأمن غير قابل للتجزئة، كما قيل في هلسنكي.")).toBe("en");
  });
});
