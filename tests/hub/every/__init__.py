"""What every record must do, over the model: a record that an area adds is tested here without a new line."""
