import { connect } from 'node:net'
import pg from 'pg'
import { describe, inject, test } from 'vitest'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import {
  type DatabaseSettings,
  openDatabase,
  type OpenDatabase,
} from '../../src/server/platform/database/openDatabase.ts'
import { LONG } from '../longRun.ts'
import { openInMemory } from './layDatabase.ts'
import { openEmptiable } from './emptyTables.ts'

/** The databases that every store must be right on. */
export type DatabaseKind = 'PGlite' | 'PostgreSQL'

/** Gives a migrated database with nothing in it; it stays open for the next test. */
type Open = () => Promise<OpenDatabase>

/** Defines a test of a whole way through the server. */
type DefineWay = (title: string, way: () => Promise<unknown>) => void

/** The kinds of databases. */
export const KINDS: readonly DatabaseKind[] = ['PGlite', 'PostgreSQL']

/** Runs these tests on PGlite and on a PostgreSQL server: those of stores, guards and writers at once. What is defined by `way` runs on a server in the long run only. */
export function describeOnEachDatabase(
  title: string,
  tests: (open: Open, on: { readonly kind: DatabaseKind; readonly way: DefineWay }) => void,
): void {
  for (const kind of KINDS) {
    const way: DefineWay = LONG || kind === 'PGlite' ? test : () => {}
    describe(`${title} (${kind})`, () => tests(() => openEmpty(kind), { kind, way }))
  }
}

/** Runs whole ways, which are the same on both, on PGlite; in the long run on a PostgreSQL server too. */
export function describeWays(title: string, tests: (open: Open) => void): void {
  for (const kind of LONG ? KINDS : (['PGlite'] as const))
    describe(`${title} (${kind})`, () => tests(() => openEmpty(kind)))
}

/** The address of a new, empty database on the run's PostgreSQL. */
export async function newPostgresDatabase(): Promise<string> {
  const server = await testServer()
  const name = await newName()
  await asSuperuser(server.url, `create database ${name} template template0`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

/** A name for a database or a role that no other test uses; what bears it goes with the run. */
export async function newName(): Promise<string> {
  return `${(await testServer()).run}_${process.pid}_${++made}_${Math.random().toString(36).slice(2, 8)}`
}

/** Settings of a new, empty database of this kind. */
export async function newDatabase(kind: DatabaseKind): Promise<DatabaseSettings> {
  return kind === 'PGlite'
    ? { kind: 'memory' }
    : { kind: 'server', url: await newPostgresDatabase(), poolSize: 10 }
}

/** A database without any table; it stays open for the next test. */
export async function openBare(kind: DatabaseKind): Promise<OpenDatabase> {
  const database = await (bare.get(kind) ??
    keep(bare, kind, kind === 'PGlite' ? openInMemory('bare') : newDatabase(kind).then(openDatabase)))
  await database.run('drop schema public cascade; create schema public')
  return { ...database, close: async () => {} }
}

/** Runs a script on the server itself. */
export async function asSuperuser(url: string, script: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(script)
  } finally {
    await client.end()
  }
}

interface TestServer {
  /** the superuser's address. */
  readonly url: string
  /** what names of this run begin with. */
  readonly run: string
}

/** The run's PostgreSQL, started by the first who asks. */
function testServer(): Promise<TestServer> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(inject('postgresDesk'), '127.0.0.1')
    socket.on('data', chunk => (said += chunk.toString()))
    socket.on('error', reject)
    socket.on('end', () => {
      const { error, ...server } = JSON.parse(said) as TestServer & { readonly error?: string }
      if (error === undefined) resolve(server)
      else reject(new Error(error))
    })
  })
}

// Kept for the life of the worker: making a PGlite takes a second, emptying one some milliseconds.
const { empty, bare } = ((
  globalThis as {
    hengpingDatabases?: {
      readonly empty: Kept<() => Promise<OpenDatabase>>
      readonly bare: Kept<OpenDatabase>
    }
  }
).hengpingDatabases ??= {
  empty: new Map(),
  bare: new Map(),
})
let made = 0

type Kept<T> = Map<DatabaseKind, Promise<T>>

function keep<T>(shelf: Kept<T>, kind: DatabaseKind, opened: Promise<T>): Promise<T> {
  shelf.set(kind, opened)
  return opened
}

/** The migrated database of this kind with nothing in it; it stays open for the next test. */
export async function openEmpty(kind: DatabaseKind): Promise<OpenDatabase> {
  const open = await (empty.get(kind) ?? keep(empty, kind, openOnce(kind)))
  return open()
}

async function openOnce(kind: DatabaseKind): Promise<() => Promise<OpenDatabase>> {
  if (kind === 'PGlite') return openEmptiable(await openInMemory('migrated'))
  const database = await openDatabase(await newDatabase(kind))
  await migrate(database)
  return openEmptiable(database)
}
