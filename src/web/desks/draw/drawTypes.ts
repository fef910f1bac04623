import type { CallAnswer } from '../../client/call.ts'
import { drawPurposes, purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'

/** 历次抽签中的一场. */
export type DrawSession = CallAnswer<'GET /api/years/:year/draws'>['draws'][number]

/** 一场抽签, with its units. */
export type WholeDraw = CallAnswer<'GET /api/years/:year/draws/:draw'>

/** 一场抽签中一个单位的一项. */
export type DrawPart = WholeDraw['parts'][number]

/** 名单一览的一个单位. */
export type ListedUnit = CallAnswer<'GET /api/years/:year/draw-lists'>['units'][number]

/** 一个单位的一份名单. */
export type UnitList = CallAnswer<'GET /api/years/:year/units/:unit/draw-lists'>['lists'][number]

/** 抽签状态的说法. */
export const stateNames: Readonly<Record<DrawSession['state'], string>> = {
  prepared: '等待种子',
  drawn: '已抽取',
  abandoned: '已作废',
}

/** 抽什么: 党支部2个、党员10名. */
export function describeTakes(takes: DrawSession['takes']): string {
  return drawPurposes
    .flatMap(purpose =>
      takes[purpose] === undefined
        ? []
        : [`${purposeNames[purpose]}${takes[purpose]}${purpose === 'branch' ? '个' : '名'}`],
    )
    .join('、')
}

/** 抽中的, by name, a member with the branch. */
export function describeDrawn(result: DrawPart['result']): string {
  return result.map(line => line.name).join('、')
}

/** 哪些单位: the only one by name, else how many. */
export function describeUnits({ units, unitNames }: Pick<DrawSession, 'units' | 'unitNames'>): string {
  return units === 1 ? (unitNames[0] ?? '1个单位') : `${units}个单位`
}
