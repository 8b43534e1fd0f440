import pg from "pg";

export interface Statement {
  text: string;
  values: unknown[];
}

let heard: Statement[] | null = null;
let isListening = false;

const valuesOf = (value: unknown) => (Array.isArray(value) ? value : []);

function listenIn(): void {
  if (isListening) return;
  isListening = true;
  const query: (...args: unknown[]) => unknown = pg.Client.prototype.query;
  const noted = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    if (heard && typeof first === "string") heard.push({ text: first, values: valuesOf(second) });
    else if (heard && first !== null && typeof first === "object" && "text" in first) {
      const values = "values" in first ? first.values : second;
      heard.push({ text: String(first.text), values: valuesOf(values) });
    }
    return query.apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: noted });
}

/** Every statement that this process sends to the database while `work` runs, in order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  listenIn();
  const statements: Statement[] = [];
  heard = statements;
  try {
    await work();
  } finally {
    heard = null;
  }
  return statements;
}
