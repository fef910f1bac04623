/** What a page needs to let somebody choose the headings (表头) of the columns: names of both, each joined by tabs; for each column also the heading that is it by another name, or nothing. */
interface HeadingsToMap {
  readonly columns?: string
  readonly found?: string
  readonly likely?: string
}

/** Refusals on reading a file (读入文件): faults of the file, workbook, text, sheets and cells, before their content is interpreted. */
export interface ReadingRefusalValues {
  // the file
  readonly fileEmpty: Record<string, never>
  readonly fileTooLarge: { readonly bytes: number; readonly most: number }
  readonly notWorkbook: { readonly seems: string }
  readonly tableHeadingsMissing: { readonly wanted: string } & HeadingsToMap
  readonly tableRowsTooMany: { readonly most: number }
  readonly listEmpty: Record<string, never>
  readonly listRefused: { readonly total: number; readonly first: string }
  readonly listCellMissing: { readonly column: string }
  readonly listCellWrong: { readonly column: string; readonly cell: string; readonly wanted: string }
  readonly workbookIsPage: { readonly kind: 'html' | 'xml' }
  readonly workbookOldXls: Record<string, never>
  readonly workbookEncrypted: Record<string, never>
  readonly workbookPartMissing: { readonly part: string }
  readonly zipTruncated: Record<string, never>
  readonly zipBroken: { readonly part: string; readonly what: 'twice' | 'method' | 'data' | 'checksum' }
  readonly zipBomb: {
    readonly what: 'entries' | 'overlap' | 'part' | 'total' | 'ratio'
    readonly part?: string
    readonly found: number
    readonly most: number
  }
  readonly xmlBroken: { readonly part: string; readonly what: string }
  // text in JSON or YAML
  readonly notText: { readonly seems: string }
  readonly notUtf8: Record<string, never>
  readonly looksLikeCsv: Record<string, never>
  readonly jsonBroken: { readonly line: number; readonly column: number; readonly found: string }
  readonly yamlTooLarge: { readonly bytes: number; readonly most: number }
  readonly yamlBroken: {
    readonly line: number
    readonly column: number
    readonly wrong: string
    readonly remedy: string
  }
  readonly keyTwice: { readonly line: number; readonly column: number; readonly key: string }
  readonly forbiddenKey: { readonly line: number; readonly column: number; readonly key: string }
  readonly tooDeep: { readonly line: number; readonly column: number; readonly most: number }
  // the shape of what the text says
  readonly mappingExpected: { readonly found: string }
  readonly listExpected: { readonly found: string }
  readonly formatMissing: { readonly expected: string }
  readonly formatUnknown: { readonly found: string; readonly expected: string }
  readonly keyUnknown: { readonly key: string; readonly nearest?: string }
  readonly fieldMissing: { readonly field: string }
  readonly wrongShape: { readonly wrong: string; readonly remedy: string }
  // sheets and headings
  readonly noSheetOfFacts: { readonly first: string }
  readonly sheetMissing: { readonly sheet: string; readonly nearest?: string }
  readonly headingMissing: Record<string, never>
  readonly headingNotFirst: { readonly row: number }
  readonly headingMerged: { readonly range: string }
  readonly columnMissing: { readonly column: string; readonly nearest?: string } & HeadingsToMap
  readonly columnTwice: { readonly column: string; readonly first: string }
  // rows and cells
  readonly mergedCells: { readonly range: string }
  readonly strayRow: { readonly found: string }
  readonly tableFooter: { readonly found: string }
  readonly cellEmpty: Record<string, never>
  readonly cellError: { readonly error: string }
  readonly formulaWithoutValue: { readonly formula: string }
  readonly cellWrongKind: {
    readonly expected: 'number' | 'text' | 'date' | 'quarter' | 'period' | 'yesNo' | 'year' | 'marks'
    readonly found: string
  }
  readonly textBroken: { readonly isNul: boolean; readonly path?: string }
  readonly numberRounded: { readonly found: string }
  readonly dayAsNumber: { readonly found: string; readonly day: string; readonly write: string }
  readonly percentUnexpected: { readonly found: string }
  readonly tooManyDecimals: { readonly found: string }
  readonly textTooLong: { readonly length: number; readonly most: number }
}

/** Notices on reading a file (读入时的提示): what was corrected or skipped; the row is accepted all the same. */
export interface ReadingNoticeValues {
  readonly tookFullWidth: { readonly found: string; readonly taken: string }
  readonly tookTextNumber: { readonly found: string; readonly taken: string }
  readonly tookFormula: { readonly formula: string }
  readonly tookPercent: { readonly found: string; readonly taken: string }
  readonly tookPeriodOfDate: { readonly found: string; readonly taken: string }
  readonly passedColumn: { readonly column: string }
  readonly passedSheet: { readonly sheet: string }
  readonly formatRounds: { readonly shown: string; readonly taken: string }
  readonly formatRare: { readonly taken: string }
  readonly tookHeading: { readonly column: string }
  readonly hiddenRow: { readonly sheet: string }
  readonly hiddenColumn: {}
  readonly hiddenSheet: { readonly sheet: string }
  readonly passedHiddenSheet: { readonly sheet: string }
  readonly passedSheetOfList: { readonly sheet: string; readonly wanted: string }
  readonly cycleAssumed: { readonly cycle: number }
}
