import type { CallAnswer } from '../../client/call.ts'
import { drawPurposes, purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'

/** One draw in the list of draws. */
export type DrawSession = CallAnswer<'GET /api/years/:year/draws'>['draws'][number]

/** One draw with its units. */
export type WholeDraw = CallAnswer<'GET /api/years/:year/draws/:draw'>

/** The part of one unit in a draw. */
export type DrawPart = WholeDraw['parts'][number]

/** One unit in the overview of draw lists. */
export type ListedUnit = CallAnswer<'GET /api/years/:year/draw-lists'>['units'][number]

/** One draw list of a unit. */
export type UnitList = CallAnswer<'GET /api/years/:year/units/:unit/draw-lists'>['lists'][number]

/** Names of the draw states. */
export const stateNames: Readonly<Record<DrawSession['state'], string>> = {
  prepared: '等待种子',
  drawn: '已抽取',
  abandoned: '已作废',
}

/** Describes what is drawn: 党支部2个、党员10名. */
export function describeTakes(takes: DrawSession['takes']): string {
  return drawPurposes
    .flatMap(purpose =>
      takes[purpose] === undefined
        ? []
        : [`${purposeNames[purpose]}${takes[purpose]}${purpose === 'branch' ? '个' : '名'}`],
    )
    .join('、')
}

/** Names who was drawn; a member with the branch. */
export function describeDrawn(result: DrawPart['result']): string {
  return result.map(line => line.name).join('、')
}

/** Describes the units: a single one by name, several by number. */
export function describeUnits({ units, unitNames }: Pick<DrawSession, 'units' | 'unitNames'>): string {
  return units === 1 ? (unitNames[0] ?? '1个单位') : `${units}个单位`
}
