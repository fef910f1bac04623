/** 同行次数: how often the members of a team went to a unit together. */
export interface Pairs {
  within(members: readonly string[]): number
}

/** 同行次数的统计, from those who went together before. */
export function createPairs(before: Iterable<readonly string[]>): Pairs {
  const counts = new Map<string, number>()
  for (const members of before)
    for (const key of pairsOf(members)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return { within: members => pairsOf(members).reduce((sum, key) => sum + (counts.get(key) ?? 0), 0) }
}

function pairsOf(members: readonly string[]): readonly string[] {
  return members.flatMap((one, at) =>
    members.slice(at + 1).map(other => (one < other ? `${one}\n${other}` : `${other}\n${one}`)),
  )
}
