// Whether a query speaks of danger, and the page that is meant for it.
const makeAlarms = ({ names, alarms }, learn) => {
  const sets = new Map(Object.entries(names).map(([name, list]) => [`$${name}`, unfold(list)]));
  const spread = (list) => unfold(list).flatMap((said) => sets.get(said) ?? [said]).map((said) => {
    learn(said);
    return phrase(stems(said));
  });
  const rules = alarms.map(([page, all, not]) => ({ page, all: all.map(spread), not: spread(not) }));
  return (whole) => rules.find(({ all, not }) => all.every((list) => list.some(within(whole))) && !not.some(within(whole)))?.page;
};
