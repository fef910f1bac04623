import type { LedBy } from './consequence.ts'

/** Describes a year that led to a consequence in one line: 2018年 第98名（共100名，倒数第3）. */
export function describeYear({ cycle, place, of, fromBottom, gradeName }: LedBy): string {
  const parts = [
    place !== undefined && `第${place}名`,
    of !== undefined && `共${of}名`,
    fromBottom !== undefined && `倒数第${fromBottom}`,
    place === undefined && gradeName,
  ].filter(part => part !== false && part !== undefined)
  return parts.length === 0 ? `${cycle}年` : `${cycle}年 ${parts.join('，')}`
}
