// A text a line in, as JSON; a finding a line out, as JSON: number of the text, rule, the words, what is said of them.
// Run where the packages of package.json are installed; it asks the network for nothing.
import {createInterface} from 'node:readline'
import {unified} from 'unified'
import contractions from 'retext-contractions'
import diacritics from 'retext-diacritics'
import english from 'retext-english'
import indefiniteArticle from 'retext-indefinite-article'
import quotes from 'retext-quotes'
import redundantAcronyms from 'retext-redundant-acronyms'
import repeatedWords from 'retext-repeated-words'
import sentenceSpacing from 'retext-sentence-spacing'
import stringify from 'retext-stringify'

const checks = unified().use(english).use(contractions, {straight: true}).use(diacritics).use(indefiniteArticle)
  .use(quotes, {preferred: 'straight'}).use(redundantAcronyms).use(repeatedWords).use(sentenceSpacing).use(stringify).freeze()

let number = 0
for await (const line of createInterface({input: process.stdin})) {
  for (const message of checks.processSync(JSON.parse(line)).messages) {
    console.log(JSON.stringify([number, message.source.replace('retext-', ''), message.actual ?? '', message.reason]))
  }
  number += 1
}
