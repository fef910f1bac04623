/** 抽签的留痕事件. */
export interface DrawEvents {
  readonly drawListSaved: {
    readonly purpose: string
    readonly version: number
    readonly count: number
    readonly fingerprint: string
  }
  readonly drawListsFrozen: { readonly purpose: string; readonly units: number; readonly fingerprint: string }
  readonly drawPrepared: {
    readonly quarter: number
    readonly what: string
    readonly units: number
    readonly digest: string
    readonly reason?: string
  }
  readonly drawHeld: {
    readonly quarter: number
    readonly units: number
    readonly seed: string
    readonly parties: string
    readonly digest: string
  }
  readonly drawAbandonedBy: { readonly quarter: number; readonly units: number; readonly reason: string }
  readonly drawsLoaded: { readonly lists: number; readonly draws: number }
}

/** 抽签事件的句子. */
export const drawEventSentences: { readonly [K in keyof DrawEvents]: (values: DrawEvents[K]) => string } = {
  drawListSaved: ({ purpose, version, count, fingerprint }) =>
    `登记${purpose}名单第${version}版，${count}行，指纹${fingerprint.slice(0, 16)}`,
  drawListsFrozen: ({ purpose, units, fingerprint }) =>
    units === 1
      ? `冻结${purpose}名单，指纹${fingerprint.slice(0, 16)}`
      : `冻结${units}个单位的${purpose}名单，总指纹${fingerprint.slice(0, 16)}`,
  drawPrepared: ({ quarter, what, units, digest, reason }) =>
    `准备第${quarter}季度抽签：${units}个单位，${what}，总指纹${digest.slice(0, 16)}${reason === undefined ? '' : `；再抽的理由：${reason}`}`,
  drawHeld: ({ quarter, units, seed, parties, digest }) =>
    `完成第${quarter}季度抽签：${units}个单位，种子${seed}（${parties}），总指纹${digest.slice(0, 16)}`,
  drawAbandonedBy: ({ quarter, units, reason }) =>
    `作废第${quarter}季度${units}个单位尚未填种子的抽签：${reason}`,
  drawsLoaded: ({ lists, draws }) => `装入演示的抽签名单${lists}份、抽签${draws}项`,
}
