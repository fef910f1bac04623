import { printQuarter } from '../../domain/kernel/calendar.ts'

/** Chinese sentences for the draw events. */
export const drawEvents = {
  drawListSaved: ({
    purpose,
    version,
    count,
    fingerprint,
  }: {
    purpose: string
    version: number
    count: number
    fingerprint: string
  }) => `登记${purpose}名单第${version}版，${count}行，指纹${fingerprint.slice(0, 16)}`,
  drawListsFrozen: ({
    purpose,
    units,
    fingerprint,
  }: {
    purpose: string
    units: number
    fingerprint: string
  }) =>
    units === 1
      ? `冻结${purpose}名单，指纹${fingerprint.slice(0, 16)}`
      : `冻结${units}个单位的${purpose}名单，总指纹${fingerprint.slice(0, 16)}`,
  drawPrepared: ({
    quarter,
    what,
    units,
    digest,
    reason,
  }: {
    quarter: number
    what: string
    units: number
    digest: string
    reason?: string
  }) =>
    `准备${printQuarter(quarter)}抽签：${units}个单位，${what}，总指纹${digest.slice(0, 16)}${reason === undefined ? '' : `；再抽的理由：${reason}`}`,
  drawHeld: ({
    quarter,
    units,
    seed,
    parties,
    digest,
  }: {
    quarter: number
    units: number
    seed: string
    parties: string
    digest: string
  }) =>
    `完成${printQuarter(quarter)}抽签：${units}个单位，种子${seed}（${parties}），总指纹${digest.slice(0, 16)}`,
  drawAbandonedBy: ({ quarter, units, reason }: { quarter: number; units: number; reason: string }) =>
    `作废${printQuarter(quarter)}${units}个单位尚未填种子的抽签：${reason}`,
  drawsLoaded: ({ lists, draws }: { lists: number; draws: number }) =>
    `装入演示的抽签名单${lists}份、抽签${draws}项`,
}
