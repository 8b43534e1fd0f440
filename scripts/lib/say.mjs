/** Something that a person can put right: printed as its one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs one step of a start and prints its name with the seconds it took. */
export async function step(name, work) {
  const begun = Date.now();
  if (process.stdout.isTTY) process.stdout.write(`  ${name} …`);
  try {
    const result = await work();
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${process.stdout.isTTY ? "\r" : ""}  ${name}: ${seconds} s\n`);
    return result;
  } catch (error) {
    if (process.stdout.isTTY) process.stdout.write("\n");
    throw error;
  }
}

export function report(error) {
  console.error(error instanceof Refusal ? `\n${error.message}` : error);
}
