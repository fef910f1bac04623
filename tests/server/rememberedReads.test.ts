import type { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'

/** A remembered read: the tables it declares, its file, and the tables that its queries name. */
interface Remembered {
  readonly tables: readonly string[]
  readonly file: string
  readonly touched: Set<string>
}

const kept = vi.hoisted(() => ({
  reads: [] as Remembered[],
  within: undefined as AsyncLocalStorage<readonly Remembered[]> | undefined,
}))

// Nothing is remembered here, so that every read asks the database.
vi.mock('../../src/server/platform/database/writeCounts.ts', async original => {
  const { AsyncLocalStorage: Storage } = await import('node:async_hooks')
  const within = (kept.within = new Storage<readonly Remembered[]>())
  return {
    ...(await original<object>()),
    rememberRead: (tables: readonly string[], _most: number, read: (...of: unknown[]) => unknown) => {
      const [file = '?'] = /src\/server\/[\w./]+/.exec(new Error().stack!) ?? []
      const one: Remembered = { tables, file, touched: new Set() }
      kept.reads.push(one)
      return (...of: unknown[]) => within.run([...(within.getStore() ?? []), one], () => read(...of))
    },
  }
})

afterAll(() => void vi.resetModules())

test('every remembered read declares the tables that its queries read, whoever asks', async () => {
  // Other files of the run share the modules: here they are loaded anew, so that each read is watched.
  vi.resetModules()
  const { routes } = await import('../../src/contract/http/routes.ts')
  const { EmbeddedClient } = await import('../../src/server/platform/database/embeddedClient.ts')
  const { openInMemory } = await import('./layDatabase.ts')
  const { countSiteComments } = await import('../../src/server/rooms/publish/site/site.store.ts')
  const { openDemoAccounts } = await import('../../src/server/office/accounts/seedDemoAccounts.ts')
  const { isFirmnessShown } = await import('../../src/server/rooms/results/firmness/firmness.store.ts')
  const { openDemoYear } = await import('./results/aDemoYear.ts')
  const database = await openInMemory('migrated')
  const { rows } = await database.db.execute<{ name: string; tables: readonly string[] }>(
    sql`select t.table_name as name, coalesce(array_agg(v.table_name) filter (where v.table_name is not null), array[t.table_name]) as tables
      from information_schema.tables t left join information_schema.view_table_usage v on v.view_name = t.table_name
      where t.table_schema = 'public' group by t.table_name`,
  )
  const known = new Map(rows.map(({ name, tables }) => [name, tables]))
  const { office, committee } = await openDemoYear(database, 20)
  const clerk = await office.someone('danwei', [{ role: 'unit', unit: 'SF003' }])
  const lead = await office.someone('qiantou', [{ role: 'leadUnit', unit: 'SF001' }])
  const supervisor = await office.someone('diaocha', [{ role: 'surveyor' }])
  const query = EmbeddedClient.prototype.query
  vi.spyOn(EmbeddedClient.prototype, 'query').mockImplementation(function (
    this: typeof EmbeddedClient.prototype,
    ...words: Parameters<typeof query>
  ) {
    for (const [, table] of words[0].matchAll(/\b(?:from|join)\s+"?([a-z_]+)/gi))
      for (const read of kept.within!.getStore() ?? [])
        for (const name of known.get(table!) ?? []) read.touched.add(name)
    return query.apply(this, words)
  })
  const { body } = await committee.ask('GET /api/years/2018/surveys')
  const surveys = (body['surveys'] as unknown as readonly { readonly id: string }[]).map(({ id }) => id)
  expect(surveys.length).toBeGreaterThan(0)
  for (const route of Object.keys(routes)) {
    if (!route.startsWith('GET ') || /:(?!(?:year|unit|survey)\b)\w/.test(route)) continue
    for (const survey of route.includes(':survey') ? surveys : [''])
      for (const who of [committee, clerk, lead, supervisor])
        await who.ask(route.replace(':year', '2018').replace(':unit', 'SF003').replace(':survey', survey))
  }
  await countSiteComments(database.db, 2018, 'SF003')
  await openDemoAccounts(database.db)
  await isFirmnessShown(database.db, 2018)
  vi.restoreAllMocks()
  const wrong = kept.reads.map(({ file, tables, touched }) => ({
    file,
    undeclared: [...touched].filter(table => !tables.includes(table)),
    read: touched.size > 0,
  }))
  expect(kept.reads.length).toBeGreaterThan(10)
  expect(wrong.filter(({ undeclared, read }) => undeclared.length > 0 || !read)).toEqual([])
  await office.close()
  await database.close()
})
