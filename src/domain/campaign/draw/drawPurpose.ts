/** 抽签用途: which list is drawn from, the branches of a unit or its members. (四（二）) */
export type DrawPurpose = 'branch' | 'member'

/** 全部用途, in the order in which screens show them. */
export const drawPurposes: readonly DrawPurpose[] = ['branch', 'member']

/** 用途的名称, as it stands in the heading of a list. */
export const purposeNames: Readonly<Record<DrawPurpose, string>> = { branch: '党支部', member: '党员' }

/** 抽取数: 1 or 2 branches, 5 to 10 members of a unit. (四（二）) */
export const takeLimits: Readonly<Record<DrawPurpose, { readonly least: number; readonly most: number }>> = {
  branch: { least: 1, most: 2 },
  member: { least: 5, most: 10 },
}
