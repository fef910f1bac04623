import { useCallback, useEffect, useState } from 'react'
import { nameMatches, type SyllablesOf } from '../../contract/lists/nameMatch.ts'

/** Name search, also by pinyin: returns `(name) => boolean` for what has been typed. The pinyin dictionary is loaded when letters are first typed. */
export function useNameSearch(typed: string): (name: string) => boolean {
  const query = typed.trim().toLowerCase()
  const [syllablesOf, setSyllablesOf] = useState<SyllablesOf>()
  const wantsPinyin = /^[a-z]+$/.test(query)
  useEffect(() => {
    if (wantsPinyin)
      void import('../../contract/lists/pinyinOf.ts').then(({ pinyinOf }) => setSyllablesOf(() => pinyinOf))
  }, [wantsPinyin])
  return useCallback(name => nameMatches(name, query, syllablesOf), [query, syllablesOf])
}
