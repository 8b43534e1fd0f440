import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const folder = fileURLToPath(new URL("../prisma/schema", import.meta.url));
const catalogueChar = 18;
const text = 25;
const mark = "\0char";

/**
 * The engine reads PostgreSQL's catalogue, whose one-byte `"char"` columns the adapter does not know. The pool
 * passes them as marked text, the adapter turns the mark into the type the engine expects.
 */
class CataloguePool extends pg.Pool {
  override async query(...args: unknown[]) {
    const result = await Reflect.apply(super.query, this, args);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== catalogueChar) continue;
      field.dataTypeID = text;
      field.name += mark;
    }
    return result;
  }
}

class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const found = await queryRaw(query);
      const isChar = found.columnNames.map((name) => name.endsWith(mark));
      return {
        ...found,
        columnNames: found.columnNames.map((name) => name.replace(mark, "")),
        columnTypes: found.columnTypes.map((type, at) => (isChar[at] ? ColumnTypeEnum.Character : type)),
      };
    };
    return adapter;
  }
}

async function schemaFiles() {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `prisma/schema/${name}`,
      content: await readFile(path.join(folder, name), "utf8"),
    })),
  );
}

type Wasm = { __wbindgen_start(): void };
let loaded = false;

/** The package expects a bundler to load its WebAssembly; this does the same by hand. */
async function load() {
  if (loaded) return;
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(script.replace(/\.js$/, ".wasm"));
  const imports = { "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const wasm = instance.exports as Wasm;
  (engine as unknown as { __wbg_set_wasm(wasm: Wasm): void }).__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } });
  loaded = true;
}

/** The SQL that brings a database to what `prisma/schema` says; undefined when it is there already. */
export async function sqlToSchema(databaseUrl: string): Promise<string | undefined> {
  await load();
  const pool = new CataloguePool({ connectionString: databaseUrl });
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
  const files = await schemaFiles();
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const schema = await engine.SchemaEngine.new({ datamodels }, () => {}, adapter);
  try {
    const result = await schema.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.exitCode === 0 ? undefined : (result.stdout ?? undefined);
  } finally {
    schema.free();
    await pool.end();
  }
}
