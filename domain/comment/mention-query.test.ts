import { describe, expect, it } from "vitest";
import { completeMention, matchPeople, mentionTokenAt } from "./mention-query";

const people = [
  { name: "Zofia Wróbel" },
  { name: "Nguyễn Minh Anh" },
  { name: "李明 Li Ming" },
  { name: "Ana Lima", alias: "Quiet Heron" },
];
const names = (query: string) => matchPeople(people, query, 8).map((person) => person.name);

describe("a name being typed", () => {
  it("begins at @, not within an address", () => {
    expect(mentionTokenAt("see @An", 7)).toEqual({ query: "An", start: 4, end: 7 });
    expect(mentionTokenAt("mail@an", 7)).toBeNull();
    expect(mentionTokenAt("@a\nb", 4)).toBeNull();
  });

  it("finds whoever is called so, without marks, by any word of the name, and by alias", () => {
    expect(names("zof")).toEqual(["Zofia Wróbel"]);
    expect(names("wrobel")).toEqual(["Zofia Wróbel"]);
    expect(names("minh a")).toEqual(["Nguyễn Minh Anh"]);
    expect(names("李")).toEqual(["李明 Li Ming"]);
    expect(names("quiet")).toEqual(["Ana Lima"]);
    expect(names("")).toHaveLength(4);
  });

  it("is over once the name is followed by something else", () => {
    expect(names("Ana Lima ")).toEqual([]);
    expect(names("Ana Lima said")).toEqual([]);
  });

  it("is completed with one space after it", () => {
    const text = "so @an wrote";
    expect(completeMention(text, { query: "an", start: 3, end: 6 }, "Ana Lima")).toEqual({
      text: "so @Ana Lima wrote",
      caret: 13,
    });
  });
});
