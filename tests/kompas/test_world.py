"""The factories themselves: what the other tests stand on."""


def test_a_new_round_has_all_cards_and_a_key_that_opens(world):
    ronde = world.new_ronde()
    assert ronde.kaarten.count() == 6
    assert bytes(ronde.sleutel_box)
