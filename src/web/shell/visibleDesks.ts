import type { Action } from '../../contract/access/actions.ts'
import { type Desk, desks } from './desks.ts'

/** 可见的工作台 with its address in the year at hand. */
export interface VisibleDesk extends Desk {
  readonly address: string
}

/** 菜单上的工作台 of who may do this; without any year those of a year are left out. */
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

/** 是否可见. */
export function maySee({ actions }: Desk, may: (action: Action) => boolean): boolean {
  return actions.length === 0 || actions.some(may)
}

/** 是否属于某一年度. */
export function isOfYear({ path }: Desk): boolean {
  return path.startsWith('$year/')
}

/** Gives the address of the desk with this path in the year at hand, for somebody who may see it. */
export function addressOf(
  path: string,
  may: (action: Action) => boolean,
  year: number | undefined,
): string | undefined {
  const desk = desks.find(one => one.path === path)
  if (desk === undefined || !maySee(desk, may) || (year === undefined && isOfYear(desk))) return undefined
  return `/${path.replace('$year', String(year))}`
}
