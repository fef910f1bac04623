/** Returns the readings of a character without tones: 行 is `xing` or `hang`. */
export type SyllablesOf = (character: string) => readonly string[]

/** Checks whether a name matches: by its text, or by pinyin from any character on: initials (`lyj`), syllables (`linye`) or a mixture (`linyj`). `query` must be lower case. */
export function nameMatches(name: string, query: string, syllablesOf: SyllablesOf | undefined): boolean {
  if (query === '') return true
  if (name.toLowerCase().includes(query)) return true
  if (syllablesOf === undefined || !/^[a-z]+$/.test(query)) return false
  const characters = [...name]
  return characters.some((_, at) => spells(characters, at, query, syllablesOf))
}

function spells(characters: readonly string[], at: number, rest: string, syllablesOf: SyllablesOf): boolean {
  if (rest === '') return true
  const character = characters[at]
  if (character === undefined) return false
  return syllablesOf(character).some(syllable => {
    for (
      let length = 1;
      length <= Math.min(syllable.length, rest.length) && syllable[length - 1] === rest[length - 1];
      length++
    ) {
      if (spells(characters, at + 1, rest.slice(length), syllablesOf)) return true
    }
    return false
  })
}
