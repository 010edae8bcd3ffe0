import { makeAutoObservable, reaction } from "mobx";

export const about = {
  runs: ["node24"],
  packages: ["mobx"],
  leaks: "a reaction for each screen is never disposed: the observable keeps all of them",
  cure: "the disposer that reaction() returns",
  // The package is published minified: `H` are the observers of the observable `entry`.
  culprit: /\(H of .*mobx administration> of Account/,
  names: /mobx administration> of Account/,
};

export async function start(leaky) {
  class Account {
    balance = 0;
    constructor() {
      makeAutoObservable(this);
    }
    add(sum) {
      this.balance += sum;
    }
  }
  const account = new Account();
  Object.assign(globalThis.service, { account });
  return (turn) => {
    const screen = { rows: Array.from({ length: 100 }, (_, at) => ({ at, turn })), shown: 0 };
    const dispose = reaction(
      () => account.balance,
      (balance) => {
        screen.shown = balance;
      },
    );
    account.add(1);
    if (!leaky) dispose();
  };
}
