/** The open pick list of statements. Only one is open at a time. */
export interface StatementsUi {
  /** Path of the list that it adds to; empty if none is open. */
  readonly path: string;
  /** What is searched for. */
  readonly query: string;
}

export const initialStatements: StatementsUi = {path: '', query: ''};
