import { type FramePattern, palette } from "./frame";

/** A frame to begin from; all of it can be changed afterwards. */
export interface Template extends FramePattern {
  key: string;
  title: string;
  /** For what kind of course, in a line. */
  about: string;
}

type Sketch = [name: string, short: string, line: string];

const positions = (...sketches: Sketch[]): FramePattern["positions"] =>
  sketches.map(([name, short, line], at) => ({
    name,
    short,
    line,
    account: "",
    sources: "",
    colour: palette[at] ?? palette[0],
  }));

const dimensions = (...pairs: [name: string, question: string][]): FramePattern["dimensions"] =>
  pairs.map(([name, question]) => ({ name, question }));

export const templates: readonly Template[] = [
  {
    key: "security-orders",
    title: "Security orders",
    about: "Accounts of how states should keep the peace, held against speeches, treaties and commentary.",
    positions: positions(
      ["The alliance order", "Alliances", "States defend one another by treaties that each joins freely."],
      [
        "The concert of powers",
        "Concert",
        "A few great powers keep the peace, each deferred to in its region.",
      ],
      ["Indivisible security", "Indivisible", "No state makes itself safer at the cost of another."],
      ["Co-operative security", "Co-operative", "Rivals keep the peace together, by rules, talk and trade."],
      ["The Charter order", "Charter", "States are equals, and force is for the United Nations to allow."],
    ),
    dimensions: dimensions(
      ["Whose security", "Is it people, states or regimes that are to be safe?"],
      ["Alliances", "Do they keep the peace, or divide it?"],
      ["Sovereignty", "What may a state decide whatever its neighbours say?"],
      ["Force", "Who may use it, and who says so?"],
      ["Smaller states", "What becomes of those between the strong?"],
    ),
  },
  {
    key: "schools",
    title: "Schools of interpretation",
    about: "One work or event, read in ways that exclude each other.",
    positions: positions(
      ["The author’s meaning", "Intention", "It means what whoever made it meant by it."],
      [
        "The work by itself",
        "Form",
        "It means what its own words and shape bear out, and nothing beside them.",
      ],
      ["The work in its time", "Context", "It means what it could mean to those for whom it was made."],
      ["The reader’s part", "Reception", "It means what its readers make of it, each age anew."],
    ),
    dimensions: dimensions(
      ["What counts as evidence", "Where does one look to settle a dispute?"],
      ["Ambiguity", "Is a passage with two senses a fault, or the point?"],
      ["Authority", "Who is in a position to say that a reading is wrong?"],
      ["Change", "Can the meaning be another in a hundred years?"],
    ),
  },
  {
    key: "policy",
    title: "Policy options",
    about: "Something has to be decided; the class weighs what could be done.",
    positions: positions(
      ["Leave it as it is", "Keep", "What there is works better than it looks, or than any change would."],
      ["Regulate", "Regulate", "Set rules for everybody, and see that they are kept."],
      ["Set a price", "Price", "Let a tax or a subsidy do what a rule would do at more cost."],
      ["Leave it to those concerned", "Local", "Whoever lives with it settles it, place by place."],
    ),
    dimensions: dimensions(
      ["Effect", "Does it bring about what it is for?"],
      ["Cost", "What does it take, and from whom?"],
      ["Fairness", "Who gains and who loses?"],
      ["Feasibility", "Can it be passed, paid and carried out?"],
      ["Side effects", "What else will it do?"],
    ),
  },
  {
    key: "hypotheses",
    title: "Rival hypotheses",
    about: "Something happened, and each explanation has to stand up to all of the evidence.",
    positions: positions(
      ["First hypothesis", "H1", "What most people took to be the case at first."],
      ["Second hypothesis", "H2", "What would explain the same facts from another cause."],
      ["Third hypothesis", "H3", "The one nobody likes and nobody has ruled out."],
      ["Something else", "Other", "None of these: the evidence asks for another explanation."],
    ),
    dimensions: dimensions(
      ["Motive", "Who had a reason?"],
      ["Means", "Who was able to?"],
      ["Timing", "Does the order of events allow it?"],
      ["Sources", "Who says so, and how would they know?"],
      ["What is missing", "What should be there if it were so, and is not?"],
    ),
  },
  {
    key: "motion",
    title: "For and against a motion",
    about: "A debate with two sides, and room for those who would word it otherwise.",
    positions: positions(
      ["For the motion", "For", "The motion should be carried as it stands."],
      ["Against the motion", "Against", "The motion should be turned down."],
      ["For an amendment", "Amend", "The motion asks the right question in the wrong words."],
    ),
    dimensions: dimensions(
      ["Terms", "What do its words mean, and who says so?"],
      ["Facts", "Is what it takes for granted the case?"],
      ["Principle", "Would it be right if everything else were equal?"],
      ["Consequences", "What follows if it is carried, and what if not?"],
    ),
  },
];

export const templateOf = (key: string): Template | null =>
  templates.find((template) => template.key === key) ?? null;
