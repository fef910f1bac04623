/** The purpose of a draw (抽签用途): drawing a unit's branches or its members. (四（二）) */
export type DrawPurpose = 'branch' | 'member'

/** All purposes of a draw (抽签用途), in display order. */
export const drawPurposes: readonly DrawPurpose[] = ['branch', 'member']

/** The name of each purpose (用途) as written in a list's heading. */
export const purposeNames: Readonly<Record<DrawPurpose, string>> = { branch: '党支部', member: '党员' }

/** How many to draw (抽取数): 1 or 2 branches, 5 to 10 members of a unit. (四（二）) */
export const takeLimits: Readonly<Record<DrawPurpose, { readonly least: number; readonly most: number }>> = {
  branch: { least: 1, most: 2 },
  member: { least: 5, most: 10 },
}

/** The least length of the reason for drawing again (再抽的理由), in characters: enough to say what happened. */
export const redrawReasonLeast = 10
