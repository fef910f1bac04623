import type { Action } from '../../contract/access/actions.ts'
import { type Desk, desks } from './desks.ts'

/** A visible desk with its address in the current year. */
export interface VisibleDesk extends Desk {
  readonly address: string
}

/** Returns the desks in the menu for these permissions; without a year, those of a year are left out. */
export function visibleDesks(
  may: (action: Action) => boolean,
  year: number | undefined,
): readonly VisibleDesk[] {
  return desks
    .filter(
      desk =>
        desk.under === undefined &&
        maySee(desk, may) &&
        (year === undefined ? !isOfYear(desk) : desk.withoutYear !== true),
    )
    .map(desk => ({ ...desk, address: `/${desk.path.replace('$year', String(year))}` }))
}

/** Returns the desk at an address, in whatever year. */
export function deskAt(address: string): Desk | undefined {
  const steps = address.split('?')[0]!.split('/').slice(1)
  return desks.find(({ path }) => {
    const parts = path.split('/')
    return (
      parts.length === steps.length && parts.every((part, at) => part.startsWith('$') || part === steps[at])
    )
  })
}

/** Checks whether a desk is visible. */
function maySee({ actions }: Desk, may: (action: Action) => boolean): boolean {
  return actions.length === 0 || actions.some(may)
}

/** Checks whether a desk belongs to a year. */
function isOfYear({ path }: Desk): boolean {
  return path.startsWith('$year/')
}

/** Returns the address of the desk with this path in the current year, for somebody who may see it. */
export function addressOf(
  path: string,
  may: (action: Action) => boolean,
  year: number | undefined,
): string | undefined {
  const desk = desks.find(one => one.path === path) ?? desks.find(one => fits(one.path, path))
  if (desk === undefined || !maySee(desk, may) || (year === undefined && isOfYear(desk))) return undefined
  return `/${path.replace('$year', String(year))}`
}

/** Checks whether a path with values, such as `$year/units/SF004`, is one of a desk. */
function fits(desk: string, path: string): boolean {
  const [wanted, given] = [desk.split('/'), path.split('/')]
  return wanted.length === given.length && wanted.every((part, at) => part === given[at] || isValue(part))
}

function isValue(part: string): boolean {
  return part.startsWith('$') && part !== '$year'
}
