/** A word that could stand where one is being typed. One that ends with `:` or `=` goes on. */
export interface Choice {
  word: string;
  summary: string;
}
